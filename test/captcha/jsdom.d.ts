declare module 'jsdom' {
  export interface RequestDetails {
    element: Element | null
  }
  export function requestInterceptor(
    answer: (request: Request, details: RequestDetails) => Promise<Response>,
  ): object
  export class VirtualConsole {
    on(event: 'jsdomError', listener: (error: Error) => void): this
  }
  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string
        runScripts: 'dangerously'
        resources: { interceptors: object[] }
        virtualConsole: VirtualConsole
      },
    )
    readonly window: Window & typeof globalThis
  }
}
