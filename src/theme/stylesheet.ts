// What TypeScript finds at `import 'gatewright/styles.css'`: since version 6 it asks for a type of every import.
// oxlint-disable-next-line unicorn/require-module-specifiers -- nothing is imported from a stylesheet
export {}
