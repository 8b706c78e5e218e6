import { configure } from '@testing-library/dom';

// What a component shows soon may take seconds where other tests keep the processors. A second is the usual.
configure({ asyncUtilTimeout: 10_000 });
