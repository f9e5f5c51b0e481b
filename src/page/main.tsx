// The report's page in the browser: reads what the file carries and shows it. Nothing is fetched.

import { render } from 'preact';
import { App } from './app.tsx';
import { readCarried } from './data.ts';

const place = document.getElementById('report');
if (place !== null) {
  place.textContent = '';
  render(<App {...readCarried()} />, place);
}
