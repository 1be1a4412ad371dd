import { listenForClearRequests } from '../../lib/platform';

listenForClearRequests();
