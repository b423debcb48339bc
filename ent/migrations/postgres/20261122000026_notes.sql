-- +goose Up
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "note_version" bigint NOT NULL DEFAULT 0;
