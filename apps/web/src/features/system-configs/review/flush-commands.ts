/** What makes a node read its configs anew: it drops all documents from the node's cache. */
export const flushConfigs = 'sup kazoo_data_maintenance flush_docs'
