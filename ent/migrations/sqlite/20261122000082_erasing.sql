-- +goose Up
-- add column "purged_at" to table: "companies"
ALTER TABLE `companies` ADD COLUMN `purged_at` datetime NULL;
-- add column "purged_at" to table: "contracts"
ALTER TABLE `contracts` ADD COLUMN `purged_at` datetime NULL;
-- add column "purged_at" to table: "groups"
ALTER TABLE `groups` ADD COLUMN `purged_at` datetime NULL;
-- add column "purged_at" to table: "roles"
ALTER TABLE `roles` ADD COLUMN `purged_at` datetime NULL;
