// Listeners for AI assistants and for steps of Slack's workflows; we have neither.
import { absent } from './absent.mjs';

export const Assistant = absent('Assistant');
export const CustomFunction = absent('CustomFunction');
