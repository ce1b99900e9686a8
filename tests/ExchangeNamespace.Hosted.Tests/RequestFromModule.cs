using ExchangeNamespace.Shell.Hosting;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>Makes the runtime see the imported module's assembly as the one that asks for a library.</summary>
internal static class RequestFromModule
{
    public const string Dns = "DnsClient, Version=1.8.0.0, Culture=neutral, PublicKeyToken=4574bb5573c51424";

    public const string Json = "Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed";

    /// <summary>Defines <c>Get-Requested</c>: a method that belongs to the module's assembly calls Assembly.Load.</summary>
    public const string Function =
        """
        function Get-Requested([string] $Name, $Owner = (Get-Module ExchangeNamespace).ImplementingAssembly) {
            $type = [System.Reflection.Assembly]
            $method = [System.Reflection.Emit.DynamicMethod]::new('Ask', $type, [Type]::EmptyTypes, $Owner.ManifestModule)
            $code = $method.GetILGenerator()
            $code.Emit([System.Reflection.Emit.OpCodes]::Ldstr, $Name)
            $code.Emit([System.Reflection.Emit.OpCodes]::Call, $type.GetMethod('Load', [Type[]] @([string])))
            $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
            $method.Invoke($null, @())
        }

        """;

    public static HostRun Run(ModuleHost host, string assemblyName) =>
        host.Run("param($Name)\n" + Function + "Get-Requested $Name", assemblyName);
}
