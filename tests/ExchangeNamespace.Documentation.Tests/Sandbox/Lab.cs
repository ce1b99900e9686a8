using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace ExchangeNamespace.Documentation.Tests.Sandbox;

/// <summary>The servers that a page asks, on free ports of the loopback. A page shows ports of its own in their place.</summary>
internal class Lab : IAsyncDisposable
{
    private readonly Dictionary<int, int> _ports = [];
    private readonly Dictionary<string, string> _addresses = [];
    private readonly Stack<object> _servers = [];

    /// <summary>What the commands of the page become.</summary>
    public string ToReal(string code) => _addresses.Aggregate(
        Replace(code, _ports), (text, address) => text.Replace(address.Key, address.Value, StringComparison.Ordinal));

    /// <summary>What the page shows of a printed text.</summary>
    public string ToShown(string printed) => Replace(printed, _ports.ToDictionary(p => p.Value, p => p.Key));

    /// <summary>Keeps a server until the page has been run.</summary>
    public T Keep<T>(T server)
        where T : class
    {
        _servers.Push(server);
        return server;
    }

    /// <summary>Says which port the page shows.</summary>
    public void Show(int port, int shown)
    {
        // As many digits, so that columns keep their width.
        if (port.ToString(CultureInfo.InvariantCulture).Length != shown.ToString(CultureInfo.InvariantCulture).Length)
        {
            throw new InvalidOperationException($"Port {port} cannot be shown as {shown}.");
        }

        _ports.Add(shown, port);
    }

    /// <summary>The port that a page shows as another.</summary>
    public int RealPort(int shown) => _ports[shown];

    /// <summary>Says that a server answers in place of an address of the page.</summary>
    public void StandFor(int port, string address) => _addresses.Add(address, "127.0.0.1:" + port.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        while (_servers.TryPop(out object? server))
        {
            if (server is IAsyncDisposable later)
            {
                await later.DisposeAsync();
            }
            else
            {
                ((IDisposable)server).Dispose();
            }
        }

        GC.SuppressFinalize(this);
    }

    private static string Replace(string text, Dictionary<int, int> ports) => Regex.Replace(
        text,
        @"\b\d{5}\b",
        match => ports.TryGetValue(int.Parse(match.Value, CultureInfo.InvariantCulture), out int other)
            ? other.ToString(CultureInfo.InvariantCulture)
            : match.Value);
}
