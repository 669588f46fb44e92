/** What the tests use of the package; it brings no types of its own. */
declare module 'datapackage' {
  export interface Resource {
    name: string;
    tabular: boolean;
    valid: boolean;
    errors: Error[];
    /** Reads the rows and checks each against the schema. */
    read(options?: { keyed?: boolean }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(descriptor: string | object, options?: { basePath?: string; strict?: boolean }): Promise<Package>;
    valid: boolean;
    errors: Error[];
    resources: Resource[];
    descriptor: Record<string, unknown>;
  }
}
