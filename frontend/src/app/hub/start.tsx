import { messages as hubMessages } from '@/locales/en/hub.po';
import { messages as publicMessages } from '@/locales/en/public.po';
import { mount } from '../mount';
import { HubApp } from './HubApp';

mount(<HubApp />, publicMessages, hubMessages);
