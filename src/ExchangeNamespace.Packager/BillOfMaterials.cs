using System.IO;
using System.Text.Json.Nodes;

namespace ExchangeNamespace.Packager;

/// <summary>The list of what the package carries of others, as CycloneDX writes it.</summary>
internal static class BillOfMaterials
{
    /// <summary>Takes away when it was written, the one thing in it that differs from run to run.</summary>
    public static void Settle(string path)
    {
        JsonNode bill = JsonNode.Parse(File.ReadAllText(path))!;
        if (bill["metadata"] is not JsonObject metadata || bill["components"] is not JsonArray { Count: > 0 })
        {
            throw new PackageException($"{path} is not a bill of materials with components.");
        }

        metadata.Remove("timestamp");
        File.WriteAllText(path, bill.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
    }
}
