/** Exports of approved answers, evidence bundles, where they were published. */
export const enExports = {
  exports: {
    docx: 'Download Word',
    claimreview: 'Download ClaimReview',
    bundle: 'Download the evidence bundle',
    bundleHint: 'Signed by this installation; anybody can check it without access to it.',
    published: 'Where it was published',
    nowhere: 'Nobody has said where. This service publishes nothing itself.',
    addedBy: (name: string, time: string) => `recorded by ${name}, ${time}`,
    url: 'Address of the published page',
    urlHint:
      'Begins with https://. What is recorded stays: when the answer leaves force, it has to be found again.',
    record: 'Record it',
  },
};

export const enExportProblems = {
  'published:validation:url': {
    message: 'This is not the address of a page.',
    remedy: 'Give an address that begins with https:// or http://, without a password.',
  },
  'published:not_found:approval': {
    message: 'There is no such approval.',
    remedy: 'Load the page again.',
  },
};
