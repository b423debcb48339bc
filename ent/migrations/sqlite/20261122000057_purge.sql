-- +goose Up
-- add column "purged_at" to table: "users"
ALTER TABLE `users` ADD COLUMN `purged_at` datetime NULL;
-- add column "owner_id" to table: "jobs"
ALTER TABLE `jobs` ADD COLUMN `owner_id` integer NULL;
