-- +goose Up
-- create "import_issues" table
CREATE TABLE `import_issues` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `pass` integer NOT NULL, `row` integer NOT NULL, `column` text NULL, `cell` text NULL, `code` text NOT NULL, `message` text NOT NULL, `severity` text NOT NULL, `import_id` integer NOT NULL, CONSTRAINT `import_issues_import_runs_issues` FOREIGN KEY (`import_id`) REFERENCES `import_runs` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "importissue_import_id_pass_id" to table: "import_issues"
CREATE INDEX `importissue_import_id_pass_id` ON `import_issues` (`import_id`, `pass`, `id`);
-- create "import_parts" table
CREATE TABLE `import_parts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `number` integer NOT NULL, `body` blob NOT NULL, `import_id` integer NOT NULL, CONSTRAINT `import_parts_import_runs_parts` FOREIGN KEY (`import_id`) REFERENCES `import_runs` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "importpart_import_id_number" to table: "import_parts"
CREATE UNIQUE INDEX `importpart_import_id_number` ON `import_parts` (`import_id`, `number`);
-- create "import_rows" table
CREATE TABLE `import_rows` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `row` integer NOT NULL, `user_id` integer NOT NULL, `change_set` text NOT NULL, `undo` text NULL, `reason` text NULL, `import_id` integer NOT NULL, CONSTRAINT `import_rows_import_runs_entries` FOREIGN KEY (`import_id`) REFERENCES `import_runs` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "importrow_import_id_row" to table: "import_rows"
CREATE UNIQUE INDEX `importrow_import_id_row` ON `import_rows` (`import_id`, `row`);
-- create index "importrow_import_id_undo_row" to table: "import_rows"
CREATE INDEX `importrow_import_id_undo_row` ON `import_rows` (`import_id`, `undo`, `row`) WHERE reason IS NOT NULL;
-- create "import_runs" table
CREATE TABLE `import_runs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `state` text NOT NULL, `actor_kind` text NOT NULL, `actor_id` integer NOT NULL, `asker_kind` text NOT NULL, `asker_id` integer NOT NULL, `file_name` text NOT NULL, `size` integer NOT NULL, `columns` json NOT NULL, `on_existing` text NOT NULL DEFAULT ('UPDATE'), `notify` text NOT NULL DEFAULT ('NEVER'), `override` json NOT NULL, `pass` integer NOT NULL DEFAULT (1), `cursor` integer NOT NULL DEFAULT (0), `rows` integer NOT NULL DEFAULT (0), `processed` integer NOT NULL DEFAULT (0), `added` integer NOT NULL DEFAULT (0), `updated` integer NOT NULL DEFAULT (0), `unchanged` integer NOT NULL DEFAULT (0), `failed` integer NOT NULL DEFAULT (0), `warned` integer NOT NULL DEFAULT (0), `reversed` integer NOT NULL DEFAULT (0), `reason` text NULL, `created_at` datetime NOT NULL, `started_at` datetime NULL, `finished_at` datetime NULL, `file_erased_at` datetime NULL);
-- create index "importrun_actor_kind_actor_id_id" to table: "import_runs"
CREATE INDEX `importrun_actor_kind_actor_id_id` ON `import_runs` (`actor_kind`, `actor_id`, `id`);
-- create index "importrun_file_erased_at_id" to table: "import_runs"
CREATE INDEX `importrun_file_erased_at_id` ON `import_runs` (`file_erased_at`, `id`);
