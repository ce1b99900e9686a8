using System;
using System.Collections.Generic;
using ExchangeNamespace.Design;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>Reads what PowerShell binds, and the members of a design file, into the parts of a request.</summary>
internal sealed class RequestInput
{
    private readonly ServerInput _servers = new();

    /// <summary>What was read so far.</summary>
    public RequestParts Parts { get; } = new();

    /// <summary>
    /// Reads one server input. A captured state stands for its servers, and for the mail domains where none are stated; an inferred design
    /// for all that it states.
    /// </summary>
    public IEnumerable<ServerReading> Add(object? given)
    {
        return Bare.Of(given) switch
        {
            ExchangeState state => AddState(state),
            NamespaceDesign design => AddDesign(design.Document),
            GuidedDesign design => AddDesign(design.Document),
            _ => _servers.Read(given) is { } reading ? [Taken(reading)] : [],
        };
    }

    /// <summary>Reads a design: its servers join those that were given, its other members are stated.</summary>
    /// <returns>The readings of its servers; the last one says so where too many values were refused.</returns>
    public IEnumerable<ServerReading> AddDesign(IReadOnlyDictionary<string, object?> design)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> member in design)
        {
            members[member.Key] = member.Value;
        }

        int refusals = 0;
        foreach (ServerReading reading in _servers.ReadDesign(members))
        {
            yield return Taken(reading);
            refusals += reading.Faults.Count;
            if (refusals > FileLimits.Faults)
            {
                IsFull = true;
                yield return Refused(FaultList.TooMany);
                yield break;
            }
        }

        foreach (KeyValuePair<string, object?> member in members)
        {
            Parts.State(member.Key, member.Value);
        }
    }

    /// <summary>Whether a design had so many refused values that the rest was not read.</summary>
    public bool IsFull { get; private set; }

    /// <summary>States the parameters that are members of a request.</summary>
    /// <param name="bound">The parameters.</param>
    /// <param name="model">The DNS model that an object carried through the pipeline; null where none did.</param>
    /// <returns>What is assumed where the user stated nothing; null for nothing.</returns>
    public string? AddParameters(IEnumerable<KeyValuePair<string, object>> bound, object? model)
    {
        foreach (KeyValuePair<string, object> parameter in bound)
        {
            if (RequestReader.IsMember(parameter.Key))
            {
                Parts.State(parameter.Key, PlainObjectConverter.From(parameter.Value));
            }
        }

        if (model is not null)
        {
            Parts.State("DnsModel", PlainObjectConverter.From(model));
        }

        return Parts.AssumeCapturedDomains();
    }

    private IEnumerable<ServerReading> AddState(ExchangeState state)
    {
        if (state.Servers.Count == 0)
        {
            yield return Taken(Refused(new InputFault(FaultIds.ServerNotRecognised, "Server", state,
                "The captured state has no servers. Capture Get-ExchangeServer too, or give the servers.")));
        }

        foreach (CapturedServer captured in state.Servers)
        {
            if (_servers.Read(captured) is { } reading)
            {
                yield return Taken(reading);
            }
        }

        MailDomains domains = MailDomains.Of(state);
        foreach (string reason in domains.LeftOut)
        {
            yield return new ServerReading(null, reason, []);
        }

        Parts.AddCapturedDomains(domains.Names);
    }

    private ServerReading Taken(ServerReading reading)
    {
        Parts.Add(reading);
        return reading;
    }

    private static ServerReading Refused(InputFault fault) => new(null, null, [fault]);
}
