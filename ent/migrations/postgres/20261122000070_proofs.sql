-- +goose Up
-- modify "accounts" table
ALTER TABLE "accounts" ADD COLUMN "unlocked_at" timestamptz NULL, ADD COLUMN "sessions_ended_at" timestamptz NULL;
-- modify "factors" table
ALTER TABLE "factors" ADD COLUMN "codes_renewed_at" timestamptz NULL;
-- modify "sessions" table
ALTER TABLE "sessions" ADD COLUMN "proved_at" timestamptz NULL;
-- create index "session_created_at" to table: "sessions"
CREATE INDEX "session_created_at" ON "sessions" ("created_at");
