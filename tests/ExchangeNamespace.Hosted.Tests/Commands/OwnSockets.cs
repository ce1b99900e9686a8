using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;
using System.Threading;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// What .NET's own sockets and look-ups of names report while a test runs, of the work that the test itself began: other tests of the
/// process have sockets too.
/// </summary>
internal sealed class OwnSockets : EventListener
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Mine = new();
    private readonly ConcurrentQueue<string> _seen = new();

    /// <summary>Each report, by its source and event.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    public void Watch(Action work)
    {
        Mine.Value = _seen;
        try
        {
            work();
        }
        finally
        {
            Mine.Value = null;
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution" or "Private.InternalDiagnostics.System.Net.Sockets")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Mine.Value?.Enqueue($"{eventData.EventSource.Name}/{eventData.EventName} {string.Join(" ", (eventData.Payload ?? Enumerable.Empty<object?>().ToList().AsReadOnly()).Take(3))}");
}
