// The program Azure Functions loads, and the local host too. Started with EXAMINER_FLAG it examines workbooks for its
// parent instead, so that one file is all there is to deploy.

import { EXAMINER_FLAG, serveExaminations } from './examine/examiner-child';
import { publishedForms } from './forms/published-forms';
import { register } from './triggers/register';

if (process.env[EXAMINER_FLAG]) serveExaminations(publishedForms());
else register();
