-- +goose Up
-- create "exports" table
CREATE TABLE `exports` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `format` text NOT NULL, `state` text NOT NULL DEFAULT ('QUEUED'), `actor_kind` text NOT NULL, `actor_id` integer NOT NULL, `actor` text NOT NULL, `filter` json NULL, `columns` json NOT NULL, `sight` json NOT NULL, `cursor` integer NOT NULL DEFAULT (0), `upto` integer NOT NULL, `total` integer NULL, `rows` integer NOT NULL DEFAULT (0), `pieces` integer NOT NULL DEFAULT (0), `sum` integer NOT NULL DEFAULT (0), `size` integer NOT NULL DEFAULT (0), `packed` integer NOT NULL DEFAULT (0), `problem` text NULL, `created_at` datetime NOT NULL, `started_at` datetime NULL, `finished_at` datetime NULL, `expires_at` datetime NULL, `next_run_at` datetime NULL);
-- create index "export_next_run_at" to table: "exports"
CREATE INDEX `export_next_run_at` ON `exports` (`next_run_at`) WHERE next_run_at IS NOT NULL;
-- create index "export_actor_kind_actor_id_id" to table: "exports"
CREATE INDEX `export_actor_kind_actor_id_id` ON `exports` (`actor_kind`, `actor_id`, `id`);
-- create "export_pieces" table
CREATE TABLE `export_pieces` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `number` integer NOT NULL, `data` blob NOT NULL, `export_id` integer NOT NULL, CONSTRAINT `export_pieces_exports_parts` FOREIGN KEY (`export_id`) REFERENCES `exports` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "exportpiece_export_id_number" to table: "export_pieces"
CREATE UNIQUE INDEX `exportpiece_export_id_number` ON `export_pieces` (`export_id`, `number`);
