-- +goose Up
-- create index "account_waiting" to table: "accounts"
CREATE INDEX `account_waiting` ON `accounts` (`user_id`) WHERE notify = 'BY_JOB' AND notified_at IS NULL;
-- add column "step" to table: "outcomes"
ALTER TABLE `outcomes` ADD COLUMN `step` integer NOT NULL DEFAULT 0;
-- drop the index that knew no steps
DROP INDEX `outcome_run_id_user_id`;
-- create index "outcome_run_id_step_user_id" to table: "outcomes"
CREATE UNIQUE INDEX `outcome_run_id_step_user_id` ON `outcomes` (`run_id`, `step`, `user_id`);
-- add columns to table: "runs"
ALTER TABLE `runs` ADD COLUMN `job_id` integer NULL;
ALTER TABLE `runs` ADD COLUMN `retries_id` integer NULL;
ALTER TABLE `runs` ADD COLUMN `step` integer NOT NULL DEFAULT 0;
-- create index "run_job_id_id" to table: "runs"
CREATE INDEX `run_job_id_id` ON `runs` (`job_id`, `id`);
-- create "jobs" table
CREATE TABLE `jobs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `name` text NOT NULL, `schedule` text NULL, `time_zone` text NOT NULL DEFAULT ('UTC'), `enabled` bool NOT NULL DEFAULT (true), `steps` json NOT NULL, `next_run_at` datetime NULL);
-- create index "job_deleted_at" to table: "jobs"
CREATE INDEX `job_deleted_at` ON `jobs` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "job_next_run_at" to table: "jobs"
CREATE INDEX `job_next_run_at` ON `jobs` (`next_run_at`);
