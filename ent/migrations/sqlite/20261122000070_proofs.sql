-- +goose Up
-- add column "unlocked_at" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `unlocked_at` datetime NULL;
-- add column "sessions_ended_at" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `sessions_ended_at` datetime NULL;
-- add column "proved_at" to table: "sessions"
ALTER TABLE `sessions` ADD COLUMN `proved_at` datetime NULL;
-- create index "session_created_at" to table: "sessions"
CREATE INDEX `session_created_at` ON `sessions` (`created_at`);
-- add column "codes_renewed_at" to table: "factors"
ALTER TABLE `factors` ADD COLUMN `codes_renewed_at` datetime NULL;
