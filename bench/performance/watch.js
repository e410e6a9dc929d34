// Runs in the page, before its own scripts.

function afterNextFrame(job) {
  requestAnimationFrame(() => setTimeout(() => job()))
}

{
  // React tells its developer tools of each commit, in builds for production too.
  window.commits = 0
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        window.commits = (window.commits ?? 0) + 1
      },
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    },
  })
  let answeredAt = null
  const send = window.fetch
  window.fetch = async (...call) => {
    const answer = await send(...call)
    if (answer.url.includes('/api/')) answeredAt = performance.now()
    return answer
  }
  new MutationObserver(() => {
    if (window.formVisible === undefined && document.querySelector('input[type=password]')) {
      window.formVisible = 0
      afterNextFrame(() => {
        window.formVisible = performance.now()
      })
    }
    const since = answeredAt
    if (since === null || !document.body.textContent?.includes('is incorrect')) return
    answeredAt = null
    afterNextFrame(() => {
      window.answerToError = performance.now() - since
    })
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
