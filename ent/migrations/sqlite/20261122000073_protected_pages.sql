-- +goose Up
-- create "protected_pages" table
CREATE TABLE `protected_pages` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `pattern` text NOT NULL, `pattern_key` text NOT NULL, `group_ids` json NOT NULL);
-- create index "protected_pages_pattern_key_key" to table: "protected_pages"
CREATE UNIQUE INDEX `protected_pages_pattern_key_key` ON `protected_pages` (`pattern_key`);
-- create index "protectedpage_deleted_at" to table: "protected_pages"
CREATE INDEX `protectedpage_deleted_at` ON `protected_pages` (`deleted_at`) WHERE deleted_at IS NOT NULL;
