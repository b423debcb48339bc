-- +goose Up
-- create "accounts" table
CREATE TABLE `accounts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `email` text NOT NULL, `login_name` text NOT NULL, `notify` text NOT NULL, `notified_at` datetime NULL, `created_notice_until` datetime NULL, `link_expires_at` datetime NULL, `activated_at` datetime NULL, `temporary` bool NOT NULL DEFAULT (false), `closed_at` datetime NULL, `user_id` integer NOT NULL, CONSTRAINT `accounts_users_account` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "accounts_user_id_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_user_id_key` ON `accounts` (`user_id`);
-- create "assignments" table
CREATE TABLE `assignments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `company_id` integer NOT NULL, `contract_id` integer NULL, `user_id` integer NOT NULL, CONSTRAINT `assignments_companies_assignments` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `assignments_contracts_assignments` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `assignments_users_assignments` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "assignment_user_id_company_id" to table: "assignments"
CREATE UNIQUE INDEX `assignment_user_id_company_id` ON `assignments` (`user_id`, `company_id`);
-- create index "assignment_company_id_user_id" to table: "assignments"
CREATE INDEX `assignment_company_id_user_id` ON `assignments` (`company_id`, `user_id`);
-- create index "assignment_contract_id" to table: "assignments"
CREATE INDEX `assignment_contract_id` ON `assignments` (`contract_id`);
-- create "changes" table
CREATE TABLE `changes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `commit_order` integer NULL DEFAULT (0), `change_set` text NOT NULL, `at` datetime NOT NULL, `actor_kind` text NOT NULL, `actor_id` integer NOT NULL, `actor` text NOT NULL, `origin` text NOT NULL, `request_id` text NOT NULL, `entity` text NOT NULL, `entity_id` integer NOT NULL, `subject_id` integer NULL, `operation` text NOT NULL, `old` json NOT NULL, `new` json NOT NULL);
-- create index "change_entity_entity_id_id" to table: "changes"
CREATE INDEX `change_entity_entity_id_id` ON `changes` (`entity`, `entity_id`, `id`);
-- create index "change_subject_id_id" to table: "changes"
CREATE INDEX `change_subject_id_id` ON `changes` (`subject_id`, `id`);
-- create index "change_commit_order_id" to table: "changes"
CREATE INDEX `change_commit_order_id` ON `changes` (`commit_order`, `id`);
-- create index "change_change_set" to table: "changes"
CREATE INDEX `change_change_set` ON `changes` (`change_set`);
-- create "companies" table
CREATE TABLE `companies` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `name` text NOT NULL, `name_key` text NOT NULL, `email_domain` text NULL, `phone` text NULL, `address` text NULL, `sort_name` blob NOT NULL);
-- create index "companies_name_key_key" to table: "companies"
CREATE UNIQUE INDEX `companies_name_key_key` ON `companies` (`name_key`);
-- create index "company_deleted_at" to table: "companies"
CREATE INDEX `company_deleted_at` ON `companies` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "company_sort_name_id" to table: "companies"
CREATE INDEX `company_sort_name_id` ON `companies` (`sort_name`, `id`);
-- create "contracts" table
CREATE TABLE `contracts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `number` text NOT NULL, `number_key` text NOT NULL, `name` text NOT NULL, `starts_on` text NULL, `ends_on` text NULL, `company_id` integer NOT NULL, CONSTRAINT `contracts_companies_contracts` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "contract_deleted_at" to table: "contracts"
CREATE INDEX `contract_deleted_at` ON `contracts` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "contract_company_id_number_key" to table: "contracts"
CREATE UNIQUE INDEX `contract_company_id_number_key` ON `contracts` (`company_id`, `number_key`);
-- create "credentials" table
CREATE TABLE `credentials` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `password_hash` text NOT NULL, `expires_at` datetime NULL, `user_id` integer NOT NULL, CONSTRAINT `credentials_users_credential` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "credentials_user_id_key" to table: "credentials"
CREATE UNIQUE INDEX `credentials_user_id_key` ON `credentials` (`user_id`);
-- create "groups" table
CREATE TABLE `groups` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `name` text NOT NULL, `name_key` text NOT NULL, `description` text NULL, `is_default` bool NOT NULL DEFAULT (false), `sort_name` blob NOT NULL);
-- create index "groups_name_key_key" to table: "groups"
CREATE UNIQUE INDEX `groups_name_key_key` ON `groups` (`name_key`);
-- create index "group_deleted_at" to table: "groups"
CREATE INDEX `group_deleted_at` ON `groups` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "group_sort_name_id" to table: "groups"
CREATE INDEX `group_sort_name_id` ON `groups` (`sort_name`, `id`);
-- create "identities" table
CREATE TABLE `identities` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `signs_in` bool NOT NULL DEFAULT (false), `user_id` integer NOT NULL, CONSTRAINT `identities_users_identities` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "identities_key_key" to table: "identities"
CREATE UNIQUE INDEX `identities_key_key` ON `identities` (`key`);
-- create index "identity_user_id" to table: "identities"
CREATE INDEX `identity_user_id` ON `identities` (`user_id`);
-- create "links" table
CREATE TABLE `links` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `used_at` datetime NULL, `replaced_at` datetime NULL, `user_id` integer NULL, CONSTRAINT `links_users_links` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "links_token_hash_key" to table: "links"
CREATE UNIQUE INDEX `links_token_hash_key` ON `links` (`token_hash`);
-- create index "link_user_id_id" to table: "links"
CREATE INDEX `link_user_id_id` ON `links` (`user_id`, `id`);
-- create "memberships" table
CREATE TABLE `memberships` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `role` text NOT NULL DEFAULT ('MEMBER'), `group_id` integer NOT NULL, `user_id` integer NOT NULL, CONSTRAINT `memberships_groups_memberships` FOREIGN KEY (`group_id`) REFERENCES `groups` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `memberships_users_memberships` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "membership_user_id_group_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_user_id_group_id` ON `memberships` (`user_id`, `group_id`);
-- create index "membership_group_id_user_id" to table: "memberships"
CREATE INDEX `membership_group_id_user_id` ON `memberships` (`group_id`, `user_id`);
-- create "messages" table
CREATE TABLE `messages` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `kind` text NOT NULL, `to` text NOT NULL, `subject` text NOT NULL, `body` blob NOT NULL, `state` text NOT NULL DEFAULT ('QUEUED'), `error` text NULL, `provider_id` text NULL, `attempts` integer NOT NULL DEFAULT (0), `sent_at` datetime NULL, `delivered_at` datetime NULL, `opened_at` datetime NULL, `link_id` integer NULL, `user_id` integer NULL, CONSTRAINT `messages_links_message` FOREIGN KEY (`link_id`) REFERENCES `links` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `messages_users_messages` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "messages_link_id_key" to table: "messages"
CREATE UNIQUE INDEX `messages_link_id_key` ON `messages` (`link_id`);
-- create index "message_created_at_id" to table: "messages"
CREATE INDEX `message_created_at_id` ON `messages` (`created_at`, `id`);
-- create index "message_user_id_created_at_id" to table: "messages"
CREATE INDEX `message_user_id_created_at_id` ON `messages` (`user_id`, `created_at`, `id`);
-- create index "message_state_created_at_id" to table: "messages"
CREATE INDEX `message_state_created_at_id` ON `messages` (`state`, `created_at`, `id`);
-- create index "message_kind_created_at_id" to table: "messages"
CREATE INDEX `message_kind_created_at_id` ON `messages` (`kind`, `created_at`, `id`);
-- create "notes" table
CREATE TABLE `notes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `body` text NOT NULL, `user_id` integer NOT NULL, CONSTRAINT `notes_users_note` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "notes_user_id_key" to table: "notes"
CREATE UNIQUE INDEX `notes_user_id_key` ON `notes` (`user_id`);
-- create "replays" table
CREATE TABLE `replays` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `actor` text NOT NULL, `key` text NOT NULL, `fingerprint` blob NOT NULL, `answer` blob NULL, `created_at` datetime NOT NULL);
-- create index "replay_actor_key" to table: "replays"
CREATE UNIQUE INDEX `replay_actor_key` ON `replays` (`actor`, `key`);
-- create index "replay_created_at" to table: "replays"
CREATE INDEX `replay_created_at` ON `replays` (`created_at`);
-- create "roles" table
CREATE TABLE `roles` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `name` text NOT NULL, `name_key` text NOT NULL, `built_in` text NULL, `requires_factor` bool NOT NULL DEFAULT (false), `reach` text NOT NULL, `permissions` json NOT NULL, `grants` json NOT NULL);
-- create index "roles_name_key_key" to table: "roles"
CREATE UNIQUE INDEX `roles_name_key_key` ON `roles` (`name_key`);
-- create index "roles_built_in_key" to table: "roles"
CREATE UNIQUE INDEX `roles_built_in_key` ON `roles` (`built_in`);
-- create index "role_deleted_at" to table: "roles"
CREATE INDEX `role_deleted_at` ON `roles` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create "sessions" table
CREATE TABLE `sessions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `last_seen_at` datetime NOT NULL, `ended_at` datetime NULL, `stage` text NOT NULL DEFAULT ('DONE'), `ip` text NULL, `user_agent` text NULL, `user_id` integer NOT NULL, CONSTRAINT `sessions_users_sessions` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- create index "session_user_id_id" to table: "sessions"
CREATE INDEX `session_user_id_id` ON `sessions` (`user_id`, `id`);
-- create "users" table
CREATE TABLE `users` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `deleted_at` datetime NULL, `status` text NOT NULL DEFAULT ('ACTIVE'), `email` text NOT NULL, `first_name` text NOT NULL, `last_name` text NOT NULL, `title` text NULL, `cell_phone` text NULL, `office_phone` text NULL, `extension` text NULL, `address` text NULL, `email_subscribed` bool NOT NULL DEFAULT (false), `email_subscription_changed_at` datetime NULL, `email_subscription_source` text NULL, `last_sign_in_at` datetime NULL, `company_name` text NOT NULL DEFAULT (''), `login_name` text NOT NULL DEFAULT (''), `account_email` text NOT NULL DEFAULT (''), `search` text NOT NULL DEFAULT (''), `sort_last_name` blob NOT NULL, `sort_first_name` blob NOT NULL, `sort_email` blob NOT NULL, `sort_title` blob NOT NULL, `sort_company` blob NOT NULL, `sort_login_name` blob NOT NULL, `sort_last_sign_in_at` blob NOT NULL, `company_id` integer NULL, `role_id` integer NULL, CONSTRAINT `users_companies_users` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT `users_roles_users` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "user_deleted_at" to table: "users"
CREATE INDEX `user_deleted_at` ON `users` (`deleted_at`) WHERE deleted_at IS NOT NULL;
-- create index "user_sort_last_name_id" to table: "users"
CREATE INDEX `user_sort_last_name_id` ON `users` (`sort_last_name`, `id`);
-- create index "user_sort_first_name_id" to table: "users"
CREATE INDEX `user_sort_first_name_id` ON `users` (`sort_first_name`, `id`);
-- create index "user_sort_email_id" to table: "users"
CREATE INDEX `user_sort_email_id` ON `users` (`sort_email`, `id`);
-- create index "user_sort_title_id" to table: "users"
CREATE INDEX `user_sort_title_id` ON `users` (`sort_title`, `id`);
-- create index "user_sort_company_id" to table: "users"
CREATE INDEX `user_sort_company_id` ON `users` (`sort_company`, `id`);
-- create index "user_sort_login_name_id" to table: "users"
CREATE INDEX `user_sort_login_name_id` ON `users` (`sort_login_name`, `id`);
-- create index "user_sort_last_sign_in_at_id" to table: "users"
CREATE INDEX `user_sort_last_sign_in_at_id` ON `users` (`sort_last_sign_in_at`, `id`);
-- create index "user_status_id" to table: "users"
CREATE INDEX `user_status_id` ON `users` (`status`, `id`);
-- create index "user_created_at_id" to table: "users"
CREATE INDEX `user_created_at_id` ON `users` (`created_at`, `id`);
-- create index "user_updated_at_id" to table: "users"
CREATE INDEX `user_updated_at_id` ON `users` (`updated_at`, `id`);
-- create index "user_company_id_sort_last_name_id" to table: "users"
CREATE INDEX `user_company_id_sort_last_name_id` ON `users` (`company_id`, `sort_last_name`, `id`);
-- create index "user_role_id_sort_last_name_id" to table: "users"
CREATE INDEX `user_role_id_sort_last_name_id` ON `users` (`role_id`, `sort_last_name`, `id`);
