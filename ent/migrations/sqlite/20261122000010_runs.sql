-- +goose Up
-- create "outcomes" table
CREATE TABLE `outcomes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `user_id` integer NOT NULL, `change_set` text NULL, `code` text NULL, `message` text NULL, `run_id` integer NOT NULL, CONSTRAINT `outcomes_runs_outcomes` FOREIGN KEY (`run_id`) REFERENCES `runs` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "outcome_run_id_user_id" to table: "outcomes"
CREATE UNIQUE INDEX `outcome_run_id_user_id` ON `outcomes` (`run_id`, `user_id`);
-- create index "outcome_run_id_id" to table: "outcomes"
CREATE INDEX `outcome_run_id_id` ON `outcomes` (`run_id`, `id`) WHERE code IS NOT NULL;
-- create "runs" table
CREATE TABLE `runs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `state` text NOT NULL DEFAULT ('QUEUED'), `actor_kind` text NOT NULL, `actor_id` integer NOT NULL, `input` json NOT NULL, `undoes_id` integer NULL, `cursor` integer NOT NULL DEFAULT (0), `upto` integer NOT NULL DEFAULT (0), `total` integer NULL, `handled` integer NOT NULL DEFAULT (0), `failed` integer NOT NULL DEFAULT (0), `log` json NOT NULL, `created_at` datetime NOT NULL, `started_at` datetime NULL, `finished_at` datetime NULL);
-- create index "runs_undoes_id_key" to table: "runs"
CREATE UNIQUE INDEX `runs_undoes_id_key` ON `runs` (`undoes_id`);
-- create index "run_actor_kind_actor_id_id" to table: "runs"
CREATE INDEX `run_actor_kind_actor_id_id` ON `runs` (`actor_kind`, `actor_id`, `id`);
