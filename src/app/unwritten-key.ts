/** Where the tab keeps what the address does not say yet. */
export const unwrittenKey = 'faultline:unwritten';
