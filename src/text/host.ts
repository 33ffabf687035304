/** The host of an address as readers name it: without `www.`. @throws {TypeError} for what is no address */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');
