-- +goose Up
-- create "api_clients" table
CREATE TABLE `api_clients` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `name` text NOT NULL, `scopes` json NOT NULL, `reach` text NOT NULL, `company_ids` json NOT NULL, `group_ids` json NOT NULL, `grants` json NOT NULL, `allowed_origins` json NOT NULL, `expires_at` datetime NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `token_hash` blob NOT NULL, `token_prefix` text NOT NULL, `previous_hash` blob NULL, `previous_until` datetime NULL);
-- create index "api_clients_token_hash_key" to table: "api_clients"
CREATE UNIQUE INDEX `api_clients_token_hash_key` ON `api_clients` (`token_hash`);
-- create index "api_clients_previous_hash_key" to table: "api_clients"
CREATE UNIQUE INDEX `api_clients_previous_hash_key` ON `api_clients` (`previous_hash`);
-- create "features" table
CREATE TABLE `features` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `name` text NOT NULL, `enabled` bool NOT NULL DEFAULT (true), `reason` text NULL);
-- create index "features_name_key" to table: "features"
CREATE UNIQUE INDEX `features_name_key` ON `features` (`name`);
