import { clientFieldRules } from './field-rules.js';
import type { PrivacyPolicy } from './redact.js';

/** Who usually looks at a client's record. */
export type ClientAudience = 'client' | 'adviser' | 'analyst' | 'public';

/**
 * A ready policy for client records, the default of `redact`: the adviser sees everything that has a class, the client all
 * but what is internal, an analyst neither who it is nor anything sensitive, and the public only what is public. A bank brings its own.
 *
 * @example
 * ```ts
 * import { clientPrivacyPolicy, redact } from 'aptfolio/client';
 *
 * const record = { client: { id: 'cli_lin', birthDate: '1988-02-29' }, baseCurrency: 'CNY' };
 * redact(record, 'public').record; // => { baseCurrency: 'CNY' }
 * Object.keys(clientPrivacyPolicy.audiences); // => ['client', 'adviser', 'analyst', 'public']
 * ```
 */
export const clientPrivacyPolicy: PrivacyPolicy<ClientAudience> = Object.freeze({
  fields: clientFieldRules,
  audiences: Object.freeze({
    client: Object.freeze({ public: 'show', personal: 'show', sensitive: 'show' }),
    adviser: Object.freeze({
      public: 'show',
      internal: 'show',
      personal: 'show',
      sensitive: 'show',
    }),
    analyst: Object.freeze({ public: 'show', internal: 'show', personal: 'mask' }),
    public: Object.freeze({ public: 'show' }),
  }),
});
