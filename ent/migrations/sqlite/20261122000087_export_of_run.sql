-- +goose Up
-- modify "exports" table
ALTER TABLE `exports` ADD COLUMN `run_id` integer NULL;
ALTER TABLE `exports` ADD COLUMN `run_step` integer NULL;
-- create index "export_run_id_run_step" to table: "exports"
CREATE UNIQUE INDEX `export_run_id_run_step` ON `exports` (`run_id`, `run_step`);
