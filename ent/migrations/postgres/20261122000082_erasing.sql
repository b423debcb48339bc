-- +goose Up
-- modify "companies" table
ALTER TABLE "companies" ADD COLUMN "purged_at" timestamptz NULL;
-- modify "contracts" table
ALTER TABLE "contracts" ADD COLUMN "purged_at" timestamptz NULL;
-- modify "groups" table
ALTER TABLE "groups" ADD COLUMN "purged_at" timestamptz NULL;
-- modify "roles" table
ALTER TABLE "roles" ADD COLUMN "purged_at" timestamptz NULL;
