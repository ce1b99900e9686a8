using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Requests;

namespace ExchangeNamespace.Binding;

/// <summary>Recognises what a server input is: a name, a hashtable, a row, or an object of Exchange.</summary>
internal sealed class ServerInput
{
    /// <summary>The properties that count on an object of Exchange, which has hundreds of others.</summary>
    private static readonly string[] Known =
        ["Name", "Fqdn", "Site", "AdminDisplayVersion", "ServerRole", "IsClientAccessServer", "InternetFacing", "IPAddress", "OutlookAnywhereEnabled", "ExtendedProtection"];

    private readonly ServerReader _reader = new();
    private int _index;

    /// <summary>Reads one input; null for one that only carries a DNS model.</summary>
    public ServerReading? Read(object? input)
    {
        object? bare = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        string path = $"Server[{(_index++).ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
        switch (bare)
        {
            case null:
                return ServerReader.Read(string.Empty, "Server");
            case string name:
                return ServerReader.Read(name, "Server");
            case IDictionary:
                return _reader.Read((IReadOnlyDictionary<string, object?>)NeutralTree.From(bare)!, path, strict: true);
        }

        PSObject source = PSObject.AsPSObject(input);
        bool isRow = source.BaseObject is PSCustomObject && !source.TypeNames.Any(t => t.StartsWith("Deserialized.", System.StringComparison.Ordinal));
        IReadOnlyDictionary<string, object?> members = isRow ? NeutralTree.Properties(source) : NeutralTree.Properties(source, Known);
        if (members.Count == 0 || !(members.ContainsKey("Name") || members.ContainsKey("Fqdn")))
        {
            if (source.Properties["DnsModel"] is not null)
            {
                return null;
            }
        }

        return _reader.Read(members, path, strict: false);
    }
}
