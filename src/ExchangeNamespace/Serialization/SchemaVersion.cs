using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Serialization;

/// <summary>The member that says how to read a document. Nothing else is looked at before it is known.</summary>
internal static class SchemaVersion
{
    public const string Member = "schemaVersion";

    public static bool Check(IReadOnlyDictionary<string, object?> members, int supported, ICollection<InputFault> faults)
    {
        string wanted = supported.ToString(CultureInfo.InvariantCulture);
        members.TryGetValue(Member, out object? value);
        InputFault? fault = value switch
        {
            null => new InputFault(FaultIds.MemberMissing, Member, null, $"{Member} is missing. Add \"{Member}\": {wanted}."),
            long version when version == supported => null,
            long version => new InputFault(FaultIds.SchemaVersionUnsupported, Member, version,
                $"{Member} {version.ToString(CultureInfo.InvariantCulture)} is not supported. This module reads {wanted}; a newer module "
                    + "may have written the document."),
            _ => new InputFault(FaultIds.MemberWrongType, Member, value, $"{Member} is not a whole number. Give {wanted}."),
        };
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault is null;
    }
}
