import { messages } from '@/locales/en/public.po';
import { messages as signin } from '@/locales/en/signin.po';
import { mount } from '../mount';
import { PublicApp } from './PublicApp';

mount(<PublicApp />, messages, signin);
