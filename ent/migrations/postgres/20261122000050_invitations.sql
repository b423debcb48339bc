-- +goose Up
-- modify "accounts" table
ALTER TABLE "accounts" ADD COLUMN "revoked_at" timestamptz NULL;
-- modify "links" table
ALTER TABLE "links" ADD COLUMN "next_run_at" timestamptz NULL;
-- create index "link_next_run_at" to table: "links"
CREATE INDEX "link_next_run_at" ON "links" ("next_run_at") WHERE (next_run_at IS NOT NULL);
-- modify "messages" table
ALTER TABLE "messages" ADD COLUMN "resolved_at" timestamptz NULL;
