/** Where the page begins: styles, the nonce of our content policy, and the app. */
import './ui/fonts.css';
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/looks.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { chooseFirstLanguage } from './app/language.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce); // dialogs lock scrolling with a style of their own, which the policy must know
chooseFirstLanguage();

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root to draw into');
createRoot(place).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
