-- +goose Up
-- add column "from_group_id" to table: "memberships"
ALTER TABLE `memberships` ADD COLUMN `from_group_id` integer NULL;
-- create index "membership_group_id_role_user_id" to table: "memberships"
CREATE INDEX `membership_group_id_role_user_id` ON `memberships` (`group_id`, `role`, `user_id`);
