import { messages } from '@/locales/en/public.po';
import { mount } from '../mount';
import { PublicApp } from './PublicApp';

mount(<PublicApp />, messages);
