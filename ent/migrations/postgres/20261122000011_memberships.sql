-- +goose Up
-- modify "memberships" table
ALTER TABLE "memberships" ADD COLUMN "from_group_id" bigint NULL;
-- create index "membership_group_id_role_user_id" to table: "memberships"
CREATE INDEX "membership_group_id_role_user_id" ON "memberships" ("group_id", "role", "user_id");
