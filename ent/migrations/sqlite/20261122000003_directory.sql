-- +goose Up
-- copies and keys of "memberships"
ALTER TABLE `memberships` ADD COLUMN `user_status` text NOT NULL DEFAULT ('ACTIVE');
ALTER TABLE `memberships` ADD COLUMN `user_created_at` datetime NULL;
ALTER TABLE `memberships` ADD COLUMN `sort_last_name` blob NOT NULL DEFAULT ((x''));
-- copies and keys of "messages"
ALTER TABLE `messages` ADD COLUMN `search` text NOT NULL DEFAULT ('');
-- copies and keys of "users"
ALTER TABLE `users` ADD COLUMN `account_state` text NOT NULL DEFAULT ('NONE');
ALTER TABLE `users` ADD COLUMN `link_expires_at` datetime NULL;
ALTER TABLE `users` ADD COLUMN `role_name` text NOT NULL DEFAULT ('');
ALTER TABLE `users` ADD COLUMN `group_name` text NOT NULL DEFAULT ('');
ALTER TABLE `users` ADD COLUMN `sort_role` blob NOT NULL DEFAULT ((x''));
ALTER TABLE `users` ADD COLUMN `sort_group` blob NOT NULL DEFAULT ((x''));
ALTER TABLE `users` ADD COLUMN `sort_cell_phone` blob NOT NULL DEFAULT ((x''));
ALTER TABLE `users` ADD COLUMN `sort_office_phone` blob NOT NULL DEFAULT ((x''));
ALTER TABLE `users` ADD COLUMN `sort_extension` blob NOT NULL DEFAULT ((x''));
ALTER TABLE `users` ADD COLUMN `supersedes_id` integer NULL CONSTRAINT `users_users_successors` REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION;
-- create "saved_views" table
CREATE TABLE `saved_views` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `name` text NOT NULL, `query` text NOT NULL, `shared` bool NOT NULL DEFAULT (false), `user_id` integer NOT NULL, CONSTRAINT `saved_views_users_saved_views` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON UPDATE NO ACTION ON DELETE NO ACTION);
-- What rows from before copy; sort keys are folded in Go, when the program starts.
UPDATE users SET role_name = coalesce((SELECT name FROM roles WHERE roles.id = users.role_id), ''),
  group_name = coalesce((SELECT g.name FROM memberships m JOIN groups g ON g.id = m.group_id WHERE m.user_id = users.id AND g.deleted_at IS NULL ORDER BY m.id LIMIT 1), ''),
  link_expires_at = (SELECT link_expires_at FROM accounts a WHERE a.user_id = users.id),
  account_state = coalesce((SELECT CASE WHEN closed_at IS NOT NULL THEN 'CLOSED' WHEN temporary THEN 'TEMPORARY_PASSWORD'
    WHEN activated_at IS NOT NULL THEN 'ACTIVE' ELSE 'INVITED' END FROM accounts a WHERE a.user_id = users.id), 'NONE');
UPDATE memberships SET sort_last_name = u.sort_last_name, user_created_at = u.created_at,
  user_status = CASE WHEN u.deleted_at IS NOT NULL THEN 'DELETED' ELSE u.status END
  FROM users u WHERE u.id = memberships.user_id;
-- create index "membership_group_id_sort_last_n_d51e5665cbc275127c9f646d689a4bde" to table: "memberships"
CREATE INDEX `membership_group_id_sort_last_n_d51e5665cbc275127c9f646d689a4bde` ON `memberships` (`group_id`, `sort_last_name`, `user_id`, `user_status`, `user_created_at`);
-- create index "membership_group_id_user_status_user_created_at_user_id" to table: "memberships"
CREATE INDEX `membership_group_id_user_status_user_created_at_user_id` ON `memberships` (`group_id`, `user_status`, `user_created_at`, `user_id`);
-- create index "user_sort_role_id" to table: "users"
CREATE INDEX `user_sort_role_id` ON `users` (`sort_role`, `id`);
-- create index "user_sort_group_id" to table: "users"
CREATE INDEX `user_sort_group_id` ON `users` (`sort_group`, `id`);
-- create index "user_sort_cell_phone_id" to table: "users"
CREATE INDEX `user_sort_cell_phone_id` ON `users` (`sort_cell_phone`, `id`);
-- create index "user_sort_office_phone_id" to table: "users"
CREATE INDEX `user_sort_office_phone_id` ON `users` (`sort_office_phone`, `id`);
-- create index "user_sort_extension_id" to table: "users"
CREATE INDEX `user_sort_extension_id` ON `users` (`sort_extension`, `id`);
-- create index "user_email_subscribed_id" to table: "users"
CREATE INDEX `user_email_subscribed_id` ON `users` (`email_subscribed`, `id`);
-- create index "user_status_sort_last_name_id" to table: "users"
CREATE INDEX `user_status_sort_last_name_id` ON `users` (`status`, `sort_last_name`, `id`);
-- create index "user_account_state_sort_last_name_id" to table: "users"
CREATE INDEX `user_account_state_sort_last_name_id` ON `users` (`account_state`, `sort_last_name`, `id`);
-- create index "user_supersedes_id" to table: "users"
CREATE INDEX `user_supersedes_id` ON `users` (`supersedes_id`) WHERE supersedes_id IS NOT NULL;
-- create index "savedview_user_id_id" to table: "saved_views"
CREATE INDEX `savedview_user_id_id` ON `saved_views` (`user_id`, `id`);
-- create index "savedview_shared_id" to table: "saved_views"
CREATE INDEX `savedview_shared_id` ON `saved_views` (`shared`, `id`);
