using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Requests;

/// <summary>
/// A request while its parts arrive: servers one by one, the members of a design file, the parameters, and the mail domains of captured
/// states.
/// </summary>
internal sealed class RequestParts
{
    private const string SmtpDomain = "SmtpDomain";

    private readonly Dictionary<string, object?> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ServerRequest> _servers = [];
    private readonly List<string> _capturedDomains = [];
    private bool _refused;

    /// <summary>
    /// Whether servers were given and all of them were refused: a request would only add the fault that it has no servers.
    /// </summary>
    public bool HasRefusedServersOnly => _servers.Count == 0 && _refused;

    /// <summary>Takes what a server input turned out to be.</summary>
    public void Add(ServerReading reading)
    {
        _refused |= reading.Faults.Count > 0;
        if (reading.Server is not null)
        {
            _servers.Add(reading.Server);
        }
    }

    /// <summary>Takes the mail domains of a captured state, which count where none are stated.</summary>
    public void AddCapturedDomains(IEnumerable<string> domains) => _capturedDomains.AddRange(domains);

    /// <summary>States a member; a later value replaces an earlier one, so that parameters are stated after the design file.</summary>
    public void State(string name, object? value) => _members[name] = value;

    /// <summary>Makes the captured mail domains the mail domains of the request where none are stated.</summary>
    /// <returns>The sentence that says so; null where it does not.</returns>
    public string? AssumeCapturedDomains()
    {
        if (_capturedDomains.Count == 0 || _members.ContainsKey(SmtpDomain))
        {
            return null;
        }

        _members[SmtpDomain] = _capturedDomains.Distinct(StringComparer.OrdinalIgnoreCase).ToList<object?>();
        return $"The mail domains are the accepted domains of the captured state: {string.Join(", ", _capturedDomains)}.";
    }

    /// <summary>Reads the request.</summary>
    /// <param name="today">The day for which certificate rules are judged where the request names none.</param>
    /// <returns>The request, null where something was refused; and what was refused.</returns>
    public (NamespaceRequest? Request, FaultList Faults) Read(DateTime today) =>
        FaultList.Collect(faults => RequestReader.Read(_members, _servers, today, faults));
}
