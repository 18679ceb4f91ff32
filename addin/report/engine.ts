// Everything of templates/ that judges a report, as one piece that is fetched beside the pane and not before it: the very code
// of the server. The pane can show its frame, sign somebody in and talk to Excel without it.

export { readIdentity } from '../../templates/extract/identity';
export { canonicalOf } from '../../templates/submission/canonical-of';
export { differences } from '../../templates/submission/differences';
export { checkReport } from './check-report';
