-- +goose Up
-- add column "factor_provider" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `factor_provider` text NOT NULL DEFAULT 'NONE';
-- add column "locked_until" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `locked_until` datetime NULL;
-- add column "verified_at" to table: "sessions"
ALTER TABLE `sessions` ADD COLUMN `verified_at` datetime NULL;
-- add column "code_hash" to table: "sessions"
ALTER TABLE `sessions` ADD COLUMN `code_hash` blob NULL;
-- add column "code_expires_at" to table: "sessions"
ALTER TABLE `sessions` ADD COLUMN `code_expires_at` datetime NULL;
-- add column "locale" to table: "users"
ALTER TABLE `users` ADD COLUMN `locale` text NULL;
-- add column "time_zone" to table: "users"
ALTER TABLE `users` ADD COLUMN `time_zone` text NULL;
-- add column "locked_until" to table: "users"
ALTER TABLE `users` ADD COLUMN `locked_until` datetime NULL;
-- create index "user_locked" to table: "users"
CREATE INDEX `user_locked` ON `users` (`sort_last_name`, `id`) WHERE locked_until IS NOT NULL;
-- create "factors" table
CREATE TABLE `factors` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `secret` blob NULL, `pending` blob NULL, `last_step` integer NOT NULL DEFAULT (0), `enrolled_at` datetime NULL, `user_id` integer NOT NULL, CONSTRAINT `factors_users_factor` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "factors_user_id_key" to table: "factors"
CREATE UNIQUE INDEX `factors_user_id_key` ON `factors` (`user_id`);
-- create "recovery_codes" table
CREATE TABLE `recovery_codes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `code_hash` blob NOT NULL, `used_at` datetime NULL, `user_id` integer NOT NULL, CONSTRAINT `recovery_codes_users_recovery_codes` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "recoverycode_user_id_code_hash" to table: "recovery_codes"
CREATE INDEX `recoverycode_user_id_code_hash` ON `recovery_codes` (`user_id`, `code_hash`);
