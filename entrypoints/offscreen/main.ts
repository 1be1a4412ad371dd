import { serveClearing } from '../../lib/platform';

serveClearing();
