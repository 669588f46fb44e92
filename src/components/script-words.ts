export { wordsInScript } from '../ledger/script-words.ts';
