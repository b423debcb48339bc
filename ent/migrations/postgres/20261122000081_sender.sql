-- +goose Up
-- modify "messages" table
ALTER TABLE "messages" ADD COLUMN "from" character varying NULL;
