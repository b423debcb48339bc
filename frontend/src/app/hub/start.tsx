import { messages as hubMessages } from '@/locales/en/hub.po';
import { messages as publicMessages } from '@/locales/en/public.po';
import { messages as listMessages } from '@/locales/en/users-list.po';
import { mount } from '../mount';
import { early, HubApp } from './HubApp';

/** So long the hub waits for the first users, in milliseconds: with them at hand it is drawn once, not first without them. */
const aMoment = 100;

void Promise.race([early, new Promise((go) => setTimeout(go, aMoment))]).then(() =>
  mount(<HubApp />, publicMessages, hubMessages, listMessages),
);
