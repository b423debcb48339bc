-- +goose Up
-- create "timers" table
CREATE TABLE `timers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `next_run_at` datetime NOT NULL);
-- create index "timers_name_key" to table: "timers"
CREATE UNIQUE INDEX `timers_name_key` ON `timers` (`name`);
-- create index "timer_next_run_at" to table: "timers"
CREATE INDEX `timer_next_run_at` ON `timers` (`next_run_at`);
