-- +goose Up
-- modify "jobs" table
ALTER TABLE "jobs" ADD COLUMN "owner_id" bigint NULL;
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "purged_at" timestamptz NULL;
