-- +goose Up
-- create "activities" table
CREATE TABLE `activities` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `deleted_at` datetime NULL, `kind` text NOT NULL, `summary` text NOT NULL, `source` text NOT NULL, `data` text NULL, `actor` text NOT NULL, `occurred_at` datetime NOT NULL, `created_at` datetime NOT NULL, `user_id` integer NOT NULL);
-- create index "activity_deleted_at" to table: "activities"
CREATE INDEX `activity_deleted_at` ON `activities` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "activity_user_id_occurred_at_id_kind" to table: "activities"
CREATE INDEX `activity_user_id_occurred_at_id_kind` ON `activities` (`user_id`, `occurred_at`, `id`, `kind`);
-- create index "activity_occurred_at_id" to table: "activities"
CREATE INDEX `activity_occurred_at_id` ON `activities` (`occurred_at`, `id`);
-- create index "activity_kind_occurred_at_id" to table: "activities"
CREATE INDEX `activity_kind_occurred_at_id` ON `activities` (`kind`, `occurred_at`, `id`);
-- create "unclaimed_activities" table
CREATE TABLE `unclaimed_activities` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `email_key` text NOT NULL, `kind` text NOT NULL, `summary` text NOT NULL, `source` text NOT NULL, `data` text NULL, `actor` text NOT NULL, `occurred_at` datetime NOT NULL, `created_at` datetime NOT NULL);
-- create index "unclaimedactivity_email_key_id" to table: "unclaimed_activities"
CREATE INDEX `unclaimedactivity_email_key_id` ON `unclaimed_activities` (`email_key`, `id`);
-- create index "unclaimedactivity_occurred_at_id" to table: "unclaimed_activities"
CREATE INDEX `unclaimedactivity_occurred_at_id` ON `unclaimed_activities` (`occurred_at`, `id`);
