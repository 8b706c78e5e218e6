import { z } from 'zod';
import { isTimeZone } from './clock-time';

export const TimeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list');
