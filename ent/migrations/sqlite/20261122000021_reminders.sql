-- +goose Up
-- add column "reminder_id" to table: "messages"
ALTER TABLE `messages` ADD COLUMN `reminder_id` integer NULL;
-- create "feeds" table
CREATE TABLE `feeds` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `salt` blob NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `user_id` integer NOT NULL, CONSTRAINT `feeds_users_feed` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "feeds_token_hash_key" to table: "feeds"
CREATE UNIQUE INDEX `feeds_token_hash_key` ON `feeds` (`token_hash`);
-- create index "feeds_user_id_key" to table: "feeds"
CREATE UNIQUE INDEX `feeds_user_id_key` ON `feeds` (`user_id`);
-- create "reminders" table
CREATE TABLE `reminders` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `set_by_id` integer NULL, `title` text NOT NULL, `note` text NULL, `due_at` datetime NOT NULL, `occurs_at` datetime NOT NULL, `starts_at` datetime NOT NULL, `time_zone` text NOT NULL, `recurrence` text NULL, `done_at` datetime NULL, `told_at` datetime NULL, `next_run_at` datetime NULL, `user_id` integer NOT NULL, `assignee_id` integer NULL, CONSTRAINT `reminders_users_reminders` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `reminders_users_assigned_reminders` FOREIGN KEY (`assignee_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "reminder_deleted_at" to table: "reminders"
CREATE INDEX `reminder_deleted_at` ON `reminders` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "reminder_due_at_id" to table: "reminders"
CREATE INDEX `reminder_due_at_id` ON `reminders` (`due_at`, `id`);
-- create index "reminder_user_id_due_at_id" to table: "reminders"
CREATE INDEX `reminder_user_id_due_at_id` ON `reminders` (`user_id`, `due_at`, `id`);
-- create index "reminder_assignee_id_due_at_id" to table: "reminders"
CREATE INDEX `reminder_assignee_id_due_at_id` ON `reminders` (`assignee_id`, `due_at`, `id`);
-- create index "reminder_open" to table: "reminders"
CREATE INDEX `reminder_open` ON `reminders` (`due_at`, `id`) WHERE done_at IS NULL AND deleted_at IS NULL;
-- create index "reminder_open_assignee" to table: "reminders"
CREATE INDEX `reminder_open_assignee` ON `reminders` (`assignee_id`, `due_at`, `id`) WHERE done_at IS NULL AND deleted_at IS NULL;
-- create index "reminder_next_run_at" to table: "reminders"
CREATE INDEX `reminder_next_run_at` ON `reminders` (`next_run_at`) WHERE next_run_at IS NOT NULL;
