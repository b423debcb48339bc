-- +goose Up
-- add column "revoked_at" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `revoked_at` datetime NULL;
-- add column "next_run_at" to table: "links"
ALTER TABLE `links` ADD COLUMN `next_run_at` datetime NULL;
-- create index "link_next_run_at" to table: "links"
CREATE INDEX `link_next_run_at` ON `links` (`next_run_at`) WHERE next_run_at IS NOT NULL;
-- add column "resolved_at" to table: "messages"
ALTER TABLE `messages` ADD COLUMN `resolved_at` datetime NULL;
